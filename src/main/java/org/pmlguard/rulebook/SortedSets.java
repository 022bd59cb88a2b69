package org.pmlguard.rulebook;

import java.util.Collection;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.type.CollectionType;

/** Writes sets in the order of the alphabet: an immutable set has another order in each run, and the bytes must not. */
final class SortedSets extends SimpleModule {

    private static final long serialVersionUID = 1L;

    SortedSets() {
        super("sorted-sets");
        setSerializerModifier(new Modifier());
    }

    private static final class Modifier extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueSerializer<?> modifyCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription.Supplier description,
                ValueSerializer<?> serializer) {
            return type.isTypeOrSubTypeOf(Set.class) ? new Sorted() : serializer;
        }
    }

    private static final class Sorted extends ValueSerializer<Object> {
        @Override
        public void serialize(Object set, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            ((Collection<?>) set).stream().map(String::valueOf).sorted().forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
