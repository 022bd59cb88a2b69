package org.pmlguard.connect.dsi;

import java.util.Locale;

/** What a rule looks at. Of the patient's own characteristics USCDI names nine; whether a rule uses them must be disclosed. */
public enum Input {
    ORDER,
    MEDICATIONS,
    DIAGNOSES,
    LABORATORY_RESULTS,
    PROCEDURES,
    RACE,
    ETHNICITY,
    LANGUAGE,
    SEXUAL_ORIENTATION,
    GENDER_IDENTITY,
    SEX,
    DATE_OF_BIRTH,
    SOCIAL_DETERMINANTS_OF_HEALTH,
    HEALTH_STATUS_ASSESSMENTS;

    /** Whether it is one of the nine. */
    public boolean isCharacteristic() {
        return compareTo(RACE) >= 0;
    }

    /** {@code date of birth}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
