package org.pmlguard.bench;

import static org.springframework.web.bind.annotation.RequestMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the frame around PML Guard costs: Spring Boot with Tomcat on virtual threads reads each request to its end and always gives
 * the same answer. No class here carries an annotation of Spring, so that no other context ever finds it.
 */
final class BootServer {

    private final byte[] answer;

    private BootServer(byte[] answer) {
        this.answer = answer;
    }

    /** Runs until it is killed, on the given port, with the answer in the given file. */
    public static void main(String[] arguments) throws IOException, NoSuchMethodException {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        TomcatServletWebServerAutoConfiguration.class,
                        DispatcherServletAutoConfiguration.class,
                        WebMvcAutoConfiguration.class,
                        HttpMessageConvertersAutoConfiguration.class,
                        HttpEncodingAutoConfiguration.class)
                .properties(
                        "spring.config.name=none",
                        "spring.main.banner-mode=off",
                        "spring.threads.virtual.enabled=true",
                        "server.address=127.0.0.1",
                        "server.port=" + arguments[0],
                        "server.tomcat.max-keep-alive-requests=-1")
                .run();
        RequestMappingHandlerMapping mapping =
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.registerMapping(
                RequestMappingInfo.paths("/cds-services/{id}")
                        .methods(POST)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                new BootServer(Files.readAllBytes(Path.of(arguments[1]))),
                BootServer.class.getDeclaredMethod("call", String.class, HttpServletRequest.class));
    }

    ResponseEntity<byte[]> call(@PathVariable String id, HttpServletRequest request) throws IOException {
        if (id.isEmpty() || request.getInputStream().readAllBytes().length == 0) {
            return ResponseEntity.badRequest().build();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(answer);
    }
}
