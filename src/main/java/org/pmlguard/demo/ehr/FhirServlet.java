package org.pmlguard.demo.ehr;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** HAPI's FHIR server over the charts. It is made when the first request comes, so that the start is not slower for it. */
public final class FhirServlet extends RestfulServer {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 100;
    private static final int LONGEST_PAGE = 500;
    private static final int SEARCHES_KEPT = 100;

    private final transient List<String> patients;
    private final transient Set<String> brokenFeeds;
    private final transient Clock clock;
    private transient volatile @Nullable Charts charts;

    /**
     * Takes what it will serve.
     *
     * @param patients names of files in {@code fhir-profiles/examples}
     * @param brokenFeeds those of them whose laboratory results cannot be read
     */
    public FhirServlet(List<String> patients, Set<String> brokenFeeds, Clock clock) {
        this.patients = List.copyOf(patients);
        this.brokenFeeds = Set.copyOf(brokenFeeds);
        this.clock = clock;
    }

    @Override
    protected void initialize() {
        FhirContext fhir = FhirContext.forR4Cached();
        Charts opened = new Charts(fhir, patients, brokenFeeds);
        opened.open(LocalDate.now(clock));
        charts = opened;
        setFhirContext(fhir);
        setServerName("PML Guard demo EHR");
        setServerVersion("demo");
        setImplementationDescription("Invented patients, in memory");
        registerProviders(opened.shelves());
        FifoMemoryPagingProvider pages = new FifoMemoryPagingProvider(SEARCHES_KEPT);
        pages.setDefaultPageSize(PAGE);
        pages.setMaximumPageSize(LONGEST_PAGE);
        setPagingProvider(pages);
    }

    /** Puts every chart back; nothing to do before the first request. */
    public void reset() {
        Charts opened = charts;
        if (opened != null) {
            opened.open(LocalDate.now(clock));
        }
    }
}
