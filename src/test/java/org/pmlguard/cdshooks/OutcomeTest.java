package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void namesThePlaceOfABadCall() {
        BadCall bad = new BadCall("context.draftOrders", "The orders are required.");
        assertThat(Outcome.of(bad).toJson())
                .asString()
                .isEqualTo(
                        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"invalid\","
                                + "\"details\":{\"text\":\"The orders are required.\"},\"expression\":[\"context.draftOrders\"]}]}");
        assertThat(bad).hasMessage("context.draftOrders: The orders are required.");
    }

    @Test
    void namesNoPlaceWhereThereIsNone() {
        assertThat(Bodies.json(Outcome.of(new BadCall("", "The body must be JSON."))
                                .toJson())
                        .at("/issue/0")
                        .propertyNames())
                .containsExactly("severity", "code", "details");
        assertThat(Bodies.json(Outcome.of(Outcome.Code.TOO_LONG, "Too long.").toJson())
                        .at("/issue/0/code")
                        .asString())
                .isEqualTo("too-long");
    }

    @Test
    void refusesToSayNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.of(Outcome.Code.EXCEPTION, " "));
    }
}
