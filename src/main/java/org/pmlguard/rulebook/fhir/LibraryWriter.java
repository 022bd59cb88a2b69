package org.pmlguard.rulebook.fhir;

import org.hl7.fhir.r4.model.Library;
import org.pmlguard.knowledge.Knowledge;

/** The knowledge pack as a logic library that carries the whole of it as JSON. */
public final class LibraryWriter {

    private final Knowledge knowledge;

    public LibraryWriter(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * The library.
     *
     * @param pack the whole pack as JSON
     */
    public Library write(byte[] pack) {
        Knowledge.Edition edition = knowledge.edition();
        Library library = new Library();
        Published.describe(library, Published.LIBRARY_ID, edition);
        library.setName("PmlGuardKnowledge")
                .setTitle("PML Guard knowledge pack")
                .setType(Published.type("library-type", "logic-library", "Logic Library"))
                .setDescription(
                        "What PML Guard knows about progressive multifocal leukoencephalopathy: drugs, conditions,"
                                + " tests, rules and their evidence. Standing: " + edition.standing()
                                + ". SHA-256 of the pack's files: "
                                + edition.sha256() + ".");
        library.addContent()
                .setContentType("application/json")
                .setTitle("knowledge.json")
                .setData(pack);
        knowledge.evidence().values().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .map(Published::citation)
                .forEach(library::addRelatedArtifact);
        return library;
    }
}
