package org.pmlguard.clinical;

/** Something that should have been known and is not: what, and why not. Never holds a value from the chart. */
public record Gap(String what, Cause why) {

    public static Gap in(Section section, Cause why) {
        return new Gap(section.words(), why);
    }

    /** A stable name for machines: {@code laboratory-results.timed-out}. */
    public String code() {
        return what.replaceAll("[^A-Za-z0-9]+", "-") + "." + why.code();
    }

    /** For people, five words after the subject: {@code laboratory results: no answer in time}. */
    public String text() {
        return what + ": " + why.words();
    }

    /** Why something is not known. */
    public enum Cause {
        NOT_SENT("not sent, nowhere to ask"),
        SERVER_NOT_REGISTERED("FHIR server not registered here"),
        TIMED_OUT("no answer in time"),
        UNREACHABLE("FHIR server not reachable"),
        ADDRESS_NOT_ALLOWED("FHIR server's address not allowed"),
        SUSPENDED("FHIR server failing, not asked now"),
        BUSY("too busy to ask in time"),
        TOKEN_REFUSED("FHIR server refused the token"),
        REFUSED("FHIR server refused access"),
        NOT_UNDERSTOOD("FHIR server rejected the query"),
        SERVER_ERROR("FHIR server answered an error"),
        REPORTED_BY_EHR("the EHR reported an error"),
        UNREADABLE("answer could not be read"),
        WRONG_PATIENT("rows of another patient discarded"),
        INCOMPLETE("only a part was received"),
        NOT_INTERPRETABLE("result could not be interpreted"),
        NOT_IDENTIFIED("could not be identified"),
        NOT_LOOKED_UP("its code could not be looked up"),
        OTHER_PATIENT("written for another patient"),
        UNDATED("no date recorded"),
        OVERLOADED("too many checks at once, not looked at"),
        INTERNAL("check failed on our side");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
