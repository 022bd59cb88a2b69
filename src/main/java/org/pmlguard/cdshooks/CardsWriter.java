package org.pmlguard.cdshooks;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes an answer member by member; what is absent or empty is not mentioned. */
final class CardsWriter {

    private final JsonGenerator json;

    CardsWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(CardsResponse response) {
        json.writeStartObject();
        json.writeName("cards");
        json.writeStartArray();
        response.cards().forEach(this::card);
        json.writeEndArray();
        array("systemActions", response.systemActions(), this::action);
        json.writeEndObject();
    }

    private void card(Card card) {
        json.writeStartObject();
        string("uuid", card.uuid().toString());
        string("summary", card.summary());
        optional("detail", card.detail());
        string("indicator", card.indicator().code());
        json.writeName("source");
        source(card.source());
        array("suggestions", card.suggestions(), this::suggestion);
        optional("selectionBehavior", card.selectionBehavior().map(SelectionBehavior::code));
        array("overrideReasons", card.overrideReasons(), this::coding);
        array("links", card.links(), this::link);
        extension(card.extension());
        json.writeEndObject();
    }

    private void source(Source source) {
        json.writeStartObject();
        string("label", source.label());
        optional("url", source.url().map(URI::toASCIIString));
        optional("icon", source.icon().map(URI::toASCIIString));
        source.topic().ifPresent(topic -> {
            json.writeName("topic");
            coding(topic);
        });
        json.writeEndObject();
    }

    private void suggestion(Suggestion suggestion) {
        json.writeStartObject();
        string("label", suggestion.label());
        string("uuid", suggestion.uuid().toString());
        if (suggestion.isRecommended()) {
            json.writeBooleanProperty("isRecommended", true);
        }
        array("actions", suggestion.actions(), this::action);
        json.writeEndObject();
    }

    private void action(Action action) {
        json.writeStartObject();
        switch (action) {
            case Action.Create create -> action("create", create.description(), create.resource());
            case Action.Update update -> action("update", update.description(), update.resource());
            case Action.Delete delete -> {
                string("type", "delete");
                string("description", delete.description());
                string("resourceId", delete.resourceId());
            }
        }
        json.writeEndObject();
    }

    private void action(String type, String description, FhirJson resource) {
        string("type", type);
        string("description", description);
        json.writeName("resource");
        json.writeTree(resource.tree());
    }

    private void link(Link link) {
        json.writeStartObject();
        string("label", link.label());
        string("url", link.url().toASCIIString());
        switch (link) {
            case Link.Absolute _ -> string("type", "absolute");
            case Link.Smart smart -> {
                string("type", "smart");
                optional("appContext", smart.appContext());
            }
        }
        json.writeEndObject();
    }

    private void coding(Coding coding) {
        json.writeStartObject();
        string("code", coding.code());
        string("system", coding.system());
        optional("display", coding.display());
        json.writeEndObject();
    }

    private void extension(Map<String, Object> members) {
        if (!members.isEmpty()) {
            json.writePOJOProperty("extension", members);
        }
    }

    private void string(String name, String value) {
        json.writeStringProperty(name, value);
    }

    private void optional(String name, Optional<String> value) {
        value.ifPresent(present -> string(name, present));
    }

    private <T> void array(String name, List<T> elements, Consumer<T> element) {
        if (!elements.isEmpty()) {
            json.writeName(name);
            json.writeStartArray();
            elements.forEach(element);
            json.writeEndArray();
        }
    }
}
