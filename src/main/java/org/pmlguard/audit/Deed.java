package org.pmlguard.audit;

import java.util.Locale;

/** What somebody did with the records. */
public enum Deed {
    LOGGED_IN("logged in"),
    LOG_IN_FAILED("failed to log in"),
    LOGGED_OUT("logged out"),
    REFUSED("was refused"),
    READ_CASE("opened a case"),
    SEARCHED("searched"),
    EXPORTED_CASE("exported a case"),
    EXPORTED("exported"),
    READ_AUDIT("read the audit");

    private final String words;

    Deed(String words) {
        this.words = words;
    }

    /** In words, after a name. */
    public String words() {
        return words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Deed of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
