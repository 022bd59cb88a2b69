-- The audit: who looked at what, and a chain of seals over decisions, feedback, the desk's trail and these accesses.
-- The same file runs on H2 (in its PostgreSQL mode) and on PostgreSQL. Rows are added, never changed.

-- What people did with the records: logging in, opening a case, searching, exporting.
create table audit_access (
    id uuid primary key,
    happened_at timestamp with time zone not null,
    -- The name of an account; empty if a log-in named none of ours.
    staff varchar(100) not null,
    deed varchar(30) not null,
    -- done or refused
    outcome varchar(20) not null,
    tenant varchar(200),
    patient varchar(200),
    case_id uuid,
    -- What was exported or looked for, in words of ours.
    about varchar(200) not null,
    -- From which network address, as the server saw it.
    address varchar(100)
);
create index audit_access_by_time on audit_access (happened_at, id);

-- What was deleted on purpose, so that the chain can tell it from what was taken away.
create table forgotten (
    id uuid primary key,
    forgotten_at timestamp with time zone not null,
    -- decisions (with all that belongs to them) or accesses, or the answers of some patients of a tenant
    what varchar(20) not null,
    -- Those that began before this moment; empty for answers.
    began_before timestamp with time zone,
    tenant varchar(200),
    entries integer not null
);

-- One row for each sealed entry, without gaps. Each holds the seal of the one before.
create table audit_seal (
    number bigint primary key,
    -- decision, feedback, review, access or forgotten
    kind varchar(20) not null,
    subject uuid not null,
    part integer not null,
    happened_at timestamp with time zone not null,
    -- When the decision began that it belongs to: what is kept, and how long, goes by that.
    began_at timestamp with time zone not null,
    tenant varchar(200),
    content varchar(64) not null,
    previous varchar(64) not null,
    seal varchar(64) not null,
    sealed_at timestamp with time zone not null,
    unique (kind, subject, part)
);

-- The end of the chain. Whoever seals holds this row.
create table audit_chain (
    id integer primary key,
    number bigint not null,
    seal varchar(64) not null,
    -- When it was last looked for entries that nobody had told of.
    searched_at timestamp with time zone
);
insert into audit_chain (id, number, seal) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create index review_event_by_time on review_event (happened_at);
create index feedback_by_time on feedback (received_at);
