#!/bin/sh
# Two roles: one owns the schema and migrates it, the other is the application and obeys row-level security.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -d "$POSTGRES_DB" -v owner="$OWNER_DB_PASSWORD" -v app="$APP_DB_PASSWORD" <<'SQL'
CREATE ROLE teleservices_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE teleservices_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app';
ALTER DATABASE teleservices OWNER TO teleservices_owner;
SQL
