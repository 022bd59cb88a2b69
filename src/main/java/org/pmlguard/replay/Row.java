package org.pmlguard.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A line of one patient, as it is kept between the two passes. */
record Row(Place place, String type, String id, String patient, Text text) {

    void write(DataOutputStream out) throws IOException {
        out.writeInt(place.source());
        out.writeInt(place.line());
        out.writeUTF(type);
        out.writeUTF(id);
        out.writeUTF(patient);
        out.writeInt(text.length());
        out.write(text.bytes());
    }

    /** The next row; null at the end. */
    static @Nullable Row read(DataInputStream in) throws IOException {
        int source;
        try {
            source = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        Place place = new Place(source, in.readInt());
        return new Row(place, in.readUTF(), in.readUTF(), in.readUTF(), new Text(in.readNBytes(in.readInt())));
    }

    /** Whether it may be an order. */
    boolean isPrescription() {
        return PastOrder.TYPES.contains(type);
    }
}
