package org.pmlguard.hook;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.Outcome;
import org.pmlguard.tenant.TooMany;
import org.pmlguard.tenant.UnknownCaller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * The one place where failures become answers: an OperationOutcome that names the place and the rule, never a value, a
 * class or a trace.
 */
@RestControllerAdvice
class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final MeterRegistry registry;

    Errors(MeterRegistry registry) {
        this.registry = registry;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> badCall(BadCall failure) {
        return answer(HttpStatus.BAD_REQUEST, Outcome.of(failure));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refusal(Refusal refusal) {
        return answer(HttpStatusCode.valueOf(refusal.status()), refusal.outcome());
    }

    /** Bare: whoever tries keys learns nothing. The header is what HTTP asks for with every 401. */
    @ExceptionHandler
    ResponseEntity<byte[]> unknownCaller(UnknownCaller refused) {
        refused(HttpStatus.UNAUTHORIZED);
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tooMany(TooMany refused) {
        HttpStatus status = refused.isOfTheTenant() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE;
        HttpHeaders later = new HttpHeaders();
        later.set(HttpHeaders.RETRY_AFTER, Long.toString(refused.seconds()));
        return answer(status, later, Outcome.of(Outcome.Code.THROTTLED, "Too many calls; try again later"));
    }

    /** What Spring refuses by itself: methods, paths, media types. */
    @ExceptionHandler
    ResponseEntity<byte[]> other(Exception failure) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            Outcome outcome = Outcome.of(code(known.getStatusCode()), "Not served here");
            return answer(known.getStatusCode(), known.getHeaders(), outcome);
        }
        LOG.error("call failed kind={} at={}", failure.getClass().getName(), origin(failure));
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                Outcome.of(Outcome.Code.EXCEPTION, "The call failed on our side; nothing was checked"));
    }

    private static Outcome.Code code(HttpStatusCode status) {
        return status.value() == HttpStatus.NOT_FOUND.value() ? Outcome.Code.NOT_FOUND : Outcome.Code.NOT_SUPPORTED;
    }

    private static String origin(Exception failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 ? trace[0].toString() : "unknown";
    }

    private ResponseEntity<byte[]> answer(HttpStatusCode status, Outcome outcome) {
        return answer(status, HttpHeaders.EMPTY, outcome);
    }

    /** Without content negotiation: an {@code Accept} header must not turn one error into another. */
    private ResponseEntity<byte[]> answer(HttpStatusCode status, HttpHeaders headers, Outcome outcome) {
        refused(status);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(outcome.toJson());
    }

    private void refused(HttpStatusCode status) {
        registry.counter("cds.refused", "status", Integer.toString(status.value()))
                .increment();
    }
}
