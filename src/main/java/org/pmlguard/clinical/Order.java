package org.pmlguard.clinical;

/**
 * A drug order under a prescriber's hand, not yet signed.
 *
 * @param reference how the caller names the order, {@code MedicationRequest/abc}, byte for byte; empty if it has no id
 * @param product what is ordered; unavailable when the order only points at a medicine that could not be read
 * @param purpose whether it starts or continues treatment, or ends it
 */
public record Order(String reference, Known<Product> product, Dosing dosing, Purpose purpose) {

    /** What signing the order would do. */
    public enum Purpose {
        TREAT,
        /** A discontinuation, a cancelled draft, or an order not to give something. */
        STOP
    }
}
