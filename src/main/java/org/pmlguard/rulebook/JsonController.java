package org.pmlguard.rulebook;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The rule book as JSON, for machines: at the addresses of the pages, with {@code .json} behind them. */
@RestController
class JsonController {

    private final RuleBook book;
    private final RuleJson json;

    JsonController(RuleBook book, RuleJson json) {
        this.book = book;
        this.json = json;
    }

    @GetMapping("/knowledge.json")
    ResponseEntity<byte[]> all() {
        return answer(json.all());
    }

    @GetMapping("/knowledge/rules/{id}.json")
    ResponseEntity<byte[]> rule(@PathVariable String id) {
        return book.rule(id)
                .map(view -> answer(json.one(view)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> answer(byte[] body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(body);
    }
}
