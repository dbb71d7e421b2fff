-- The rows as the export must write them, built by the server: JSON objects, milliseconds in UTC, in the export's order.
SELECT row_to_json(record)
FROM (
    SELECT
        t.contact_id AS "ContactId",
        t.tenant_id AS "tenantid",
        to_char(t.created_date AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createddate",
        to_char(t.modified_date AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "modifieddate",
        t.title AS "Title",
        t.first_name AS "FirstName",
        t.last_name AS "LastName",
        t.email_address AS "EmailAddress",
        t.phone_number AS "PhoneNumber",
        t.customer_id AS "CustomerId",
        t.all_attributes AS "allAttributes"
    FROM contact_history.contact t
    WHERE %s
    ORDER BY t.modified_date, t.contact_id COLLATE "C"
) record
