package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pmlguard.clinical.Gap.Cause;

/** The table of faults for health IT, held against the list the tests run; {@code -Dfaults.update=true} writes it anew. */
class FaultTableTest {

    private static final Path PAGE = Path.of("src", "docs", "ehr-faults.md");
    private static final String START = "<!-- faults -->\n";
    private static final String END = "<!-- /faults -->";

    @Test
    void thePageSaysWhatTheTestsShow() throws IOException {
        String page = Files.readString(PAGE);
        String current =
                page.substring(0, page.indexOf(START) + START.length()) + table() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("faults.update")) {
            Files.writeString(PAGE, current);
        } else {
            assertThat(page).isEqualTo(current);
        }
    }

    private static String table() {
        return Stream.of(Fault.values())
                .map(FaultTableTest::row)
                .collect(Collectors.joining(
                        "",
                        "| the server's answer | what the prescriber sees | what health IT sees |\n| --- | --- | --- |\n",
                        ""));
    }

    private static String row(Fault fault) {
        String card = fault.causes.stream().map(Cause::words).sorted().collect(Collectors.joining(", or "));
        return "| " + fault.title + " | " + (card.isEmpty() ? "nothing: it is read" : card) + " | "
                + (fault.log.isEmpty() ? "–" : "`" + fault.log + "`") + " |\n";
    }
}
