package org.pmlguard.bench.steady;

/** What a caller got. */
enum Answer {
    CARD("card, chart read"),
    /** Says that the chart was not looked at. */
    CARD_UNREAD("card, chart not looked at"),
    NO_CARDS("no cards"),
    TURNED_AWAY("503 or 429"),
    WRONG("another status"),
    /** No answer within the patience of the caller, or the connection broke. */
    NONE("no answer");

    private final String words;

    Answer(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isCard() {
        return this == CARD || this == CARD_UNREAD;
    }

    boolean isShed() {
        return this == TURNED_AWAY || this == CARD_UNREAD;
    }

    static Answer of(int status, String body) {
        if (status == 503 || status == 429) {
            return TURNED_AWAY;
        }
        if (status != 200) {
            return WRONG;
        }
        if (body.startsWith("{\"cards\":[]")) {
            return NO_CARDS;
        }
        return body.contains(".overloaded\"") ? CARD_UNREAD : CARD;
    }
}
