package org.pmlguard.clinical;

/**
 * A drug as it is ordered, or as it is taken where nothing is ordered.
 *
 * @param reference how the caller names the order, {@code MedicationRequest/abc}, byte for byte; empty if it has no id
 * @param product what is ordered; unavailable when the order only points at a medicine that could not be read
 * @param purpose whether it starts or continues treatment, or ends it
 * @param stage how far it has come
 */
public record Order(String reference, Known<Product> product, Dosing dosing, Purpose purpose, Stage stage) {

    /** A draft. */
    public Order(String reference, Known<Product> product, Dosing dosing, Purpose purpose) {
        this(reference, product, dosing, purpose, Stage.DRAFT);
    }

    /** What signing the order would do. */
    public enum Purpose {
        TREAT,
        /** A discontinuation, a cancelled draft, or an order not to give something. */
        STOP
    }

    /** How far an order has come. */
    public enum Stage {
        /** Under the prescriber's hand, who may still take it away. */
        DRAFT,
        /** Signed; a pharmacist verifies it, or it goes to whoever will carry it out. */
        SIGNED,
        /** Nothing is ordered: the chart says the patient takes it. */
        TAKEN,
        /** Nothing is ordered and it is no longer taken, but it still acts. */
        STILL_ACTING;

        /** Whether there is no order to speak of, only a treatment on the chart. */
        public boolean isTreatment() {
            return this == TAKEN || this == STILL_ACTING;
        }
    }
}
