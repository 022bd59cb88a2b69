package org.pmlguard.demo.ehr;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.Delete;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** All resources of one type, and what FHIR lets a caller do with them. Parameters it does not know it ignores, as EHRs do. */
public final class Shelf<T extends Resource> implements IResourceProvider {

    /** More than any visitor needs; a page left running must not fill the memory. */
    private static final int MOST = 5_000;

    private final Class<T> type;
    private final LabFeed feed;
    private final Map<String, T> resources = new ConcurrentSkipListMap<>();

    Shelf(Class<T> type, LabFeed feed) {
        this.type = type;
        this.feed = feed;
    }

    @Override
    public Class<T> getResourceType() {
        return type;
    }

    /** Exchanges all that is here. */
    void fill(Stream<? extends Resource> with) {
        resources.clear();
        with.filter(type::isInstance)
                .map(type::cast)
                .forEach(resource -> resources.put(resource.getIdElement().getIdPart(), resource));
    }

    @Read
    public T read(@IdParam IdType id) {
        T found = resources.get(id.getIdPart());
        if (found == null) {
            throw new ResourceNotFoundException("Not in this chart");
        }
        return found;
    }

    @Search(allowUnknownParams = true)
    public List<T> search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "subject") @Nullable ReferenceParam subject,
            @OptionalParam(name = "code") @Nullable TokenOrListParam code,
            @OptionalParam(name = "category") @Nullable TokenOrListParam category,
            @OptionalParam(name = "status") @Nullable TokenOrListParam status,
            @OptionalParam(name = "date") @Nullable DateRangeParam date,
            @Sort @Nullable SortSpec sort,
            RequestDetails details) {
        Fault fault = Fault.of(details.getFhirServerBase());
        Optional<String> asked = Optional.ofNullable(patient)
                .or(() -> Optional.ofNullable(subject))
                .map(ReferenceParam::getIdPart);
        fault.befall(type.getSimpleName());
        feed.check(type, asked);
        Query query = new Query(
                asked.map(fault::found),
                Optional.ofNullable(code),
                Optional.ofNullable(category),
                Optional.ofNullable(status),
                Optional.ofNullable(date));
        Stream<T> found = resources.values().stream().filter(query::fits);
        return (sort == null ? found : found.sorted(byDate(sort))).toList();
    }

    private static Comparator<Resource> byDate(SortSpec sort) {
        Comparator<Resource> oldestFirst =
                Comparator.comparing(resource -> Query.date(resource).orElse(Instant.EPOCH));
        return sort.getOrder() == SortOrderEnum.DESC ? oldestFirst.reversed() : oldestFirst;
    }

    @Create
    public MethodOutcome create(@ResourceParam T resource) {
        if (resources.size() >= MOST) {
            throw new UnprocessableEntityException("The demo is full; reset it");
        }
        return stored(UUID.randomUUID().toString(), resource, true);
    }

    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam T resource) {
        read(id);
        return stored(id.getIdPart(), resource, false);
    }

    @Delete
    public MethodOutcome delete(@IdParam IdType id) {
        if (resources.remove(id.getIdPart()) == null) {
            throw new ResourceNotFoundException("Not in this chart");
        }
        return new MethodOutcome();
    }

    private MethodOutcome stored(String id, T resource, boolean created) {
        resource.setId(new IdType(type.getSimpleName(), id));
        resources.put(id, resource);
        MethodOutcome outcome = new MethodOutcome(resource.getIdElement(), created);
        outcome.setResource(resource);
        return outcome;
    }
}
