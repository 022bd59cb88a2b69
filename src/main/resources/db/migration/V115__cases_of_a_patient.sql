-- Whether a new card takes the place of an earlier one is looked up for each: this finds the one row, however many there were.
drop index review_case_by_patient;
create index review_case_by_patient on review_case (patient, standing, answer, tenant, drug);
