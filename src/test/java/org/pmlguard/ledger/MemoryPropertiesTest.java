package org.pmlguard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How long reasons hold, as the settings say. */
class MemoryPropertiesTest {

    private static MemoryProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("pmlguard.memory", MemoryProperties.class);
    }

    @Test
    void aReasonThatSaysSoonHoldsForAShorterTime() {
        assertThat(bound(Map.of()).enabled()).isTrue();
        assertThat(bound(Map.of()).times().byReason()).containsEntry("drawn-pending", Period.ofDays(30));
        assertThat(bound(Map.of()).times().otherwise()).isEqualTo(Period.ofDays(180));
    }

    @Test
    void aSiteMaySetEachTime() {
        MemoryProperties set = bound(Map.of(
                "pmlguard.memory.holds", "P90D",
                "pmlguard.memory.reasons.drawn-pending", "P10D",
                "pmlguard.memory.reasons.shared-decision", "P1Y"));
        assertThat(set.times().byReason())
                .containsEntry("drawn-pending", Period.ofDays(10))
                .containsEntry("shared-decision", Period.ofYears(1));
        assertThat(set.times().otherwise()).isEqualTo(Period.ofDays(90));
    }
}
