# Three stages: everything to build with, the packages to run with, and what runs.
FROM node:24-slim AS build
WORKDIR /app
ENV NX_DAEMON=false NX_NO_CLOUD=true NG_CLI_ANALYTICS=false
COPY package.json package-lock.json ./
COPY libs/domain/package.json libs/domain/
COPY libs/api-schema/package.json libs/api-schema/
COPY libs/report/package.json libs/report/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run -s build

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY libs/domain/package.json libs/domain/
COPY libs/api-schema/package.json libs/api-schema/
COPY libs/report/package.json libs/report/
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
RUN groupadd --system insyn && useradd --system --gid insyn --home-dir /app insyn \
  && mkdir /data .compile-cache && chown insyn:insyn /data .compile-cache
COPY --from=packages /app ./
COPY --from=build /app/libs/domain/dist libs/domain/dist
COPY --from=build /app/libs/api-schema/dist libs/api-schema/dist
COPY --from=build /app/libs/report/dist libs/report/dist
COPY --from=build /app/migrations/dist migrations/dist
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/web/dist apps/web/dist
USER insyn
# What is loaded at the start is compiled here, by the Node and the flags that run it.
ENV NODE_COMPILE_CACHE=/app/.compile-cache
RUN ["node", "--max-old-space-size=512", "--max-semi-space-size=8", "--enable-source-maps", "--input-type=module", \
  "-e", "await import('/app/apps/api/dist/app.js')"]
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# How much memory: docs/performance.md.
CMD ["node", "--max-old-space-size=512", "--max-semi-space-size=8", "--enable-source-maps", "apps/api/dist/main.js"]
