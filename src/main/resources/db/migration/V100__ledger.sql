-- The ledger: every decision on a watched drug, what was said, and what became of it.
-- The same file runs on H2 (in its PostgreSQL mode) and on PostgreSQL. Columns ending in _json hold JSON text.

create table decision (
    id uuid primary key,
    decided_at timestamp with time zone not null,
    tenant varchar(200) not null,
    service varchar(200) not null,
    hook varchar(200) not null,
    hook_instance varchar(200),
    -- The patient's FHIR id as the EHR sent it: not a name, and never in a log line.
    patient varchar(200),
    prescriber varchar(200),
    -- The most urgent card that was shown; null if none was.
    indicator varchar(20),
    knowledge_version varchar(100) not null,
    knowledge_sha256 varchar(64) not null,
    -- Why the drug of an order could not be told.
    unidentified_json varchar not null,
    chart_micros bigint not null,
    assess_micros bigint not null,
    total_micros bigint not null
);
create index decision_by_time on decision (decided_at, id);
create index decision_by_tenant on decision (tenant, decided_at);
create index decision_by_patient on decision (tenant, patient, decided_at);

-- One row for each watched drug in the call.
create table ordered_drug (
    decision uuid not null references decision on delete cascade,
    position integer not null,
    order_reference varchar(500) not null,
    drug varchar(100) not null,
    recognised_by varchar(20) not null,
    -- concern, quiet (a concern of which nothing was said), incomplete or clear
    outcome varchar(20) not null,
    indicator varchar(20),
    stratum varchar not null,
    inputs_json varchar,
    gaps_json varchar not null,
    -- What had changed since an earlier answer, as JSON; null if there was none.
    lapse_json varchar,
    primary key (decision, position)
);
create index ordered_drug_by_drug on ordered_drug (drug, decision);

-- One row for each rule that spoke, also where it stayed quiet.
create table finding (
    decision uuid not null references decision on delete cascade,
    position integer not null,
    number integer not null,
    rule varchar(50) not null,
    rule_version varchar(50) not null,
    indicator varchar(20) not null,
    grade varchar(10) not null,
    is_floor boolean not null,
    facts_json varchar not null,
    -- Why it was not said; null if it was.
    quiet_because varchar,
    quiet_by_card uuid,
    primary key (decision, position, number)
);
create index finding_by_rule on finding (rule, decision);

create table card (
    uuid uuid primary key,
    decision uuid not null references decision on delete cascade,
    number integer not null,
    tenant varchar(200) not null,
    patient varchar(200),
    -- Null for the card that says what could not be checked.
    drug varchar(100),
    indicator varchar(20) not null,
    summary varchar not null,
    detail varchar not null,
    suggestions_json varchar not null,
    reasons_json varchar not null,
    -- Which rule offered which reasons, and what the card rested on: the memory of overrides reads both.
    offers_json varchar not null,
    inputs_json varchar
);
create index card_by_decision on card (decision, number);

-- What became of a card. One row for each thing that happened, however often it was sent.
create table feedback (
    id uuid primary key,
    digest varchar(64) not null unique,
    card uuid not null,
    decision uuid not null references decision on delete cascade,
    tenant varchar(200) not null,
    service varchar(200) not null,
    patient varchar(200),
    drug varchar(100),
    -- accepted or overridden
    outcome varchar(20) not null,
    suggestions_json varchar not null,
    reason_system varchar,
    reason_code varchar(200),
    reason_display varchar,
    comment_text varchar,
    -- When the user acted, as the EHR says, and when we heard of it.
    acted_at timestamp with time zone,
    received_at timestamp with time zone not null
);
create index feedback_by_card on feedback (card, received_at);
create index feedback_by_decision on feedback (decision);
create index feedback_by_patient on feedback (tenant, patient, drug, received_at);

-- Feedback on a card that is not on record, or not this tenant's. It counts nowhere and is kept to be looked at.
create table stray_feedback (
    id uuid primary key,
    digest varchar(64) not null unique,
    -- unknown-card or other-tenant
    standing varchar(20) not null,
    card varchar(200) not null,
    tenant varchar(200) not null,
    service varchar(200) not null,
    outcome varchar(20) not null,
    suggestions_json varchar not null,
    reason_system varchar,
    reason_code varchar(200),
    reason_display varchar,
    comment_text varchar,
    acted_at timestamp with time zone,
    received_at timestamp with time zone not null
);
create index stray_feedback_by_time on stray_feedback (received_at);
