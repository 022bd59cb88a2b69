package org.pmlguard.knowledge.drug;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;

/** Products to recognise, and the shipped knowledge to recognise them with. */
final class Sample {

    static final Knowledge KNOWLEDGE = PackLoader.shipped();

    private Sample() {}

    /** A row of {@code products.csv}: what an order says, and which drug it is; no drug for a local product. */
    record Row(String system, String code, String name, Set<String> drugs) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(cells[0], cells[1], cells[2], cells[3].equals("-") ? Set.of() : Set.of(cells[3]));
        }

        Product product() {
            List<Coding> codings = code.isEmpty() ? List.of() : List.of(coding(CodeSystem.valueOf(system), code, ""));
            return Product.named(new Concept(codings, name));
        }
    }

    static List<String> lines(String file) {
        try (InputStream content = Objects.requireNonNull(Sample.class.getResourceAsStream("/recognition/" + file))) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Coding coding(CodeSystem system, String code, String display) {
        return new Coding(system, code, display);
    }

    static Product text(String text) {
        return Product.named(Concept.ofText(text));
    }

    static Recognition recognised(Product product) {
        return KNOWLEDGE.drugs().recognise(product);
    }

    static Set<String> ids(Recognition recognition) {
        return recognition.drugs().stream().map(found -> found.drug().id()).collect(Collectors.toSet());
    }

    /** The drugs in a product that some rule speaks about. */
    static Set<String> watched(Product product) {
        return recognised(product).drugs().stream()
                .map(Recognition.Recognised::drug)
                .filter(KNOWLEDGE::watches)
                .map(Drug::id)
                .collect(Collectors.toSet());
    }
}
