FROM python:3.12-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.lock
COPY bot bot
COPY domain domain
COPY storage storage
COPY migrations migrations
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation --no-index .

FROM python:3.12-slim
# PostgreSQL is in the image, too: without DATABASE_URL the data live in /data.
RUN useradd --create-home --uid 1000 randevu && install -d -o randevu -g randevu /data
COPY --from=build /venv /venv
USER randevu
WORKDIR /home/randevu
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 DATA_DIR=/data HTTP_HOST=0.0.0.0 LOG_FORMAT=json
VOLUME /data
EXPOSE 8080
HEALTHCHECK --start-period=60s CMD \
  ["python", "-c", "import os, urllib.request as r; r.urlopen(f\"http://127.0.0.1:{os.environ.get('HTTP_PORT') or 8080}/healthz\", timeout=3)"]
STOPSIGNAL SIGTERM
CMD ["randevu", "run"]
