package org.pmlguard.knowledge.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeginningsTest {

    @ParameterizedTest(name = "a text \"{1}\" may hold \"{0}\"")
    @CsvSource({
        "jc virus, JC virus antibody",
        "jc virus, antibody to JC virus",
        "leuk*, Leukeran",
        "leuk*, leuk",
        "ms, 'relapsing MS, stable'",
        "ms*, MSX syndrome",
        "m*, multiple sclerosis",
        "a, hepatitis A",
        "plasma + exchange, therapeutic exchange of plasma",
        "éculizumab, Éculizumab 300 mg"
    })
    void textThatHoldsAPhraseIsNeverPassedOver(String phrase, String text) {
        Phrases phrases = new Phrases(List.of(phrase), List.of());

        assertThat(beginnings(phrase).mayBeIn(Words.of(text))).isTrue();
        assertThat(phrases.match(Words.of(text))).isTrue();
    }

    @ParameterizedTest(name = "a text \"{1}\" holds no \"{0}\"")
    @CsvSource({
        "jc virus, hepatitis B virus",
        "leuk*, acute lymphoma",
        "ms, multiple sclerosis",
        "plasma + exchange, exchange of views"
    })
    void textWithoutAWordThatBeginsThePhraseIsPassedOver(String phrase, String text) {
        assertThat(beginnings(phrase).mayBeIn(Words.of(text))).isFalse();
    }

    @ParameterizedTest(name = "no phrase is found in \"{0}\"")
    @CsvSource({"multiple sclerosis", "''"})
    void nothingBeginsWithoutPhrases(String text) {
        assertThat(Beginnings.of(List.of()).mayBeIn(Words.of(text))).isFalse();
    }

    private static Beginnings beginnings(String phrase) {
        return Beginnings.of(List.of(Phrases.patterns(phrase)));
    }
}
