package org.pmlguard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The map of the rooms, held against the code. */
class RoomMapTest {

    private static final List<String> CORE = List.of("cdshooks", "clinical", "knowledge", "risk", "card");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.pmlguard");

    /** Door plates carry an annotation that is not there at run time. */
    private static final DescribedPredicate<JavaClass> NOT_A_DOOR_PLATE = DescribedPredicate.describe(
            "is not a door plate", type -> !type.getSimpleName().equals("package-info"));

    @Test
    void everyRoomCallsOnlyTheRoomsOnItsDoorPlate() {
        ApplicationModules rooms = ApplicationModules.of(PmlGuard.class);
        rooms.verify();
        new Documenter(rooms).writeDocumentation();
    }

    @Test
    void theRoomsAreTheOnesTheArchitectureNames() {
        List<String> rooms = ApplicationModules.of(PmlGuard.class).stream()
                .map(ApplicationModule::getBasePackage)
                .map(base -> base.getLocalName())
                .sorted()
                .collect(Collectors.toList());
        assertThat(rooms)
                .containsExactly(
                        "audit",
                        "card",
                        "cdshooks",
                        "clinical",
                        "connect",
                        "demo",
                        "fhir",
                        "home",
                        "hook",
                        "knowledge",
                        "ledger",
                        "page",
                        "replay",
                        "review",
                        "risk",
                        "rulebook",
                        "tenant",
                        "terminology",
                        "vitals");
    }

    @Test
    void theCoreKnowsNeitherSpringNorHapi() {
        noClasses()
                .that(NOT_A_DOOR_PLATE)
                .and()
                .resideInAnyPackage(inCore())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "ca.uhn..", "org.hl7..", "jakarta..")
                .check(CODE);
    }

    @Test
    void jacksonStaysWithTheProtocolTheLoaderAndFhir() {
        noClasses()
                .that()
                .resideInAnyPackage("org.pmlguard.clinical..", "org.pmlguard.risk..", "org.pmlguard.card..")
                .or()
                .resideInAnyPackage(
                        "org.pmlguard.knowledge",
                        "org.pmlguard.knowledge.rule",
                        "org.pmlguard.knowledge.drug",
                        "org.pmlguard.knowledge.lab",
                        "org.pmlguard.knowledge.condition",
                        "org.pmlguard.knowledge.terms")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(CODE);
    }

    @Test
    void noFieldOfOursIsStaticAndMutable() {
        classes()
                .that()
                .resideInAPackage("org.pmlguard..")
                .should(FieldsAreFinal.WHEN_STATIC)
                .check(CODE);
    }

    private static String[] inCore() {
        return CORE.stream().map(room -> "org.pmlguard." + room + "..").toArray(String[]::new);
    }
}
