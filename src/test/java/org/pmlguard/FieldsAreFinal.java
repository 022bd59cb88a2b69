package org.pmlguard;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Static fields are constants. */
final class FieldsAreFinal extends ArchCondition<JavaClass> {

    static final FieldsAreFinal WHEN_STATIC = new FieldsAreFinal();

    private FieldsAreFinal() {
        super("have no static field that is not final");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
            boolean open = field.getModifiers().contains(JavaModifier.STATIC)
                    && !field.getModifiers().contains(JavaModifier.FINAL)
                    && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
            if (open) {
                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is static and not final"));
            }
        }
    }
}
