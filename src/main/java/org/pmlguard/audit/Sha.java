package org.pmlguard.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How seals are made: SHA-256 over the seal before and what is sealed, keyed if there is a key. */
final class Sha {

    static final String FIRST = "0".repeat(64);

    private final Optional<byte[]> key;

    /** @param key blank for none */
    Sha(String key) {
        this.key = key.isBlank() ? Optional.empty() : Optional.of(key.getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The seal of a link. */
    String seal(Link link) {
        byte[] text = String.join(
                        "\n",
                        link.previous(),
                        Long.toString(link.number()),
                        link.subject().toString(),
                        Integer.toString(link.subject().part()),
                        link.happened().toString(),
                        link.began().toString(),
                        link.tenant(),
                        link.content(),
                        link.sealed().toString())
                .getBytes(StandardCharsets.UTF_8);
        return key.map(secret -> keyed(secret, text)).orElseGet(() -> of(text));
    }

    private static String keyed(byte[] secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * One link of the chain.
     *
     * @param happened when the entry happened
     * @param began when the decision it belongs to was made
     * @param tenant empty for none
     * @param content SHA-256 of what the entry holds
     * @param previous the seal of the link before
     */
    record Link(
            long number,
            Subject subject,
            Instant happened,
            Instant began,
            String tenant,
            String content,
            String previous,
            Instant sealed) {}
}
