package org.pmlguard.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner may open, where the file system knows of owners. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** A new file. */
    static Path created(Path file) throws IOException {
        return Files.createFile(file, rights(file.resolveSibling("").toAbsolutePath(), "rw-------"));
    }

    /** A new folder in another, with a name nobody else has. */
    static Path folderIn(Path parent, String name) throws IOException {
        return Files.createTempDirectory(parent, name, rights(parent, "rwx------"));
    }

    private static FileAttribute<?>[] rights(Path where, String rights) throws IOException {
        boolean hasOwners = Files.getFileStore(where).supportsFileAttributeView("posix");
        return hasOwners
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
