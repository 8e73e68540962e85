# OutreachBot in a container. How to run it, with the key apart from the data: docs/operate.md
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK} AS build
WORKDIR /src
COPY . .
RUN dotnet publish src/OutreachBot -c Release -o /app --nologo

FROM ${RUNTIME}
# No memory on disk: a dump would hold every open conversation and the key. The core limit is the engine's: --ulimit core=0
ENV DOTNET_DbgEnableMiniDump=0 \
    DOTNET_EnableDiagnostics=0 \
    CREDENTIALS_DIRECTORY=/run/secrets
WORKDIR /app
COPY --from=build /app .
COPY flows flows
RUN mkdir -p /data && chown "$APP_UID" /data && chmod 0700 /data
USER $APP_UID
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./OutreachBot"]
CMD ["serve", "--no-demo", "--data", "/data/line", "--flows", "/app/flows", "--urls", "http://0.0.0.0:8080"]
