-- Tokens that were used, until they are over: each is good for one call. The key lets one replica win.
create table used_token (
    issuer   varchar(255)             not null,
    token_id varchar(255)             not null,
    expires  timestamp with time zone not null,
    primary key (issuer, token_id)
);

create index used_token_expires on used_token (expires);
