package org.pmlguard.knowledge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pmlguard.knowledge.rule.Range.End;

/** A band of values, its ends included or not. */
class RangeTest {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.TWO;

    @Test
    void aBandWithoutAnyEndIsNone() {
        assertThatThrownBy(() -> new Range(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBandWithOneEndIsOpenToTheOtherSide() {
        Range above = new Range(Optional.of(new End(ONE, false)), Optional.empty());
        assertThat(above.contains(ONE)).isFalse();
        assertThat(above.contains(TWO)).isTrue();
        Range below = new Range(Optional.empty(), Optional.of(new End(ONE, true)));
        assertThat(below.contains(ONE)).isTrue();
        assertThat(below.contains(TWO)).isFalse();
    }

    @Test
    void anEndThatIsIncludedIsNeitherAboveNorBelow() {
        Range both = new Range(Optional.of(new End(ONE, true)), Optional.of(new End(TWO, true)));
        assertThat(both.isBelow(TWO)).isFalse();
        assertThat(both.isBelow(new BigDecimal("2.1"))).isTrue();
        assertThat(both.isAbove(ONE)).isFalse();
        assertThat(both.isAbove(new BigDecimal("0.9"))).isTrue();
    }
}
