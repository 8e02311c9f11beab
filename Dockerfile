# The program with all it needs; data in the volume /data. How to run it: docs/operations.md.
FROM python:3.12-slim-bookworm AS build

WORKDIR /src
RUN python -m venv /opt/kokumi
COPY pyproject.toml hatch_build.py README.md CHANGELOG.md LICENSE ./
COPY dashboard dashboard
COPY src src
# Builds the dashboard and downloads the API reference and the country database, all from npm.
RUN /opt/kokumi/bin/pip install --no-cache-dir '.[postgresql]'

FROM python:3.12-slim-bookworm

RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin kokumi \
    && install --directory --owner kokumi --group kokumi --mode 700 /data
COPY --from=build /opt/kokumi /opt/kokumi
ENV PATH=/opt/kokumi/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    KOKUMI_DATA=/data \
    KOKUMI_HOST=0.0.0.0
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --start-period=30s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/api/heartbeat', timeout=4)"]
# The server ends what is under way when it is told to stop.
STOPSIGNAL SIGTERM
CMD ["kokumi", "serve"]
