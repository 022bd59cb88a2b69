-- The review desk: each card that was shown is a case for a pharmacist, with all that was done about it.
-- The same file runs on H2 (in its PostgreSQL mode) and on PostgreSQL. What is purged from the ledger goes from here too.

create table review_case (
    -- The card's.
    id uuid primary key references card on delete cascade,
    decision uuid not null,
    tenant varchar(200) not null,
    patient varchar(200),
    -- Empty for the card that says what could not be checked.
    drug varchar(100) not null,
    indicator varchar(20) not null,
    summary varchar not null,
    decided_at timestamp with time zone not null,
    -- Where it stands in the queue, smallest first: critical before warning before info, the latest first in each.
    place bigint not null,
    -- open, taken, closed, or superseded by a later card on the same patient and drug that nobody had answered or taken
    standing varchar(20) not null,
    -- Whether somebody still has to look at it: open or taken.
    is_waiting boolean not null,
    assignee varchar(100),
    -- What the prescriber did with the card: none, accepted or overridden.
    answer varchar(20) not null,
    reason varchar,
    -- One higher with each entry in review_event. Whoever acts names the version they looked at.
    version integer not null
);
create index review_case_queue on review_case (is_waiting, place, id);
create index review_case_by_drug on review_case (is_waiting, drug, place, id);
create index review_case_by_indicator on review_case (is_waiting, indicator, place, id);
create index review_case_by_tenant on review_case (is_waiting, tenant, place, id);
create index review_case_by_answer on review_case (is_waiting, answer, place, id);
create index review_case_by_standing on review_case (standing, place, id);
create index review_case_by_place on review_case (place, id);
create index review_case_by_patient on review_case (tenant, patient, drug);
create index review_case_by_decision on review_case (decision);

-- The audit trail. Rows are added, never changed.
create table review_event (
    case_id uuid not null references review_case on delete cascade,
    number integer not null,
    happened_at timestamp with time zone not null,
    -- The name of the user, or `system`.
    staff varchar(100) not null,
    action varchar(30) not null,
    -- From a list, where the action has one.
    code varchar(50),
    note varchar,
    primary key (case_id, number)
);
