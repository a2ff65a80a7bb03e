#!/bin/sh
# Three roles: one owns the schema and migrates it, one is the application and obeys row-level security, one reads all rows for the backup.
set -eu
secret() { cat "/run/secrets/$1"; }
psql -v ON_ERROR_STOP=1 -U postgres -d "$POSTGRES_DB" \
  -v owner="$(secret owner_db_password)" -v app="$(secret app_db_password)" -v backup="$(secret backup_db_password)" <<'SQL'
CREATE ROLE teleservices_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE teleservices_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app';
CREATE ROLE teleservices_backup LOGIN NOSUPERUSER BYPASSRLS PASSWORD :'backup' IN ROLE pg_read_all_data;
ALTER DATABASE teleservices OWNER TO teleservices_owner;
SQL
