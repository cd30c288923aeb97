/* What a plain C program takes to make the same feed: it reads the rows of a feed into memory, then
   inserts them into a new database with a prepared statement a table and makes the same indexes.

       insert FEED NEW      prints the seconds of the second part: wall, then processor

   The pragmas are those that iuran uses. Built by `Benchmarks/feed/run`. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    int type;
    int length;
    sqlite3_int64 number;
    char *bytes;
} Cell;

typedef struct {
    char name[64];
    char *definition;
    int columns;
    long rows;
    long capacity;
    Cell *cells;
} Table;

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

static void check(sqlite3 *db, int code) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    exit(1);
}

/* Texts and bytes go into large blocks, as a program with the rows at hand would have them. */
static char *keep(const void *bytes, int length) {
    static char *block;
    static long left;
    if (length > left) {
        left = length > 1 << 24 ? length : 1 << 24;
        block = malloc(left);
    }
    char *copy = block;
    memcpy(copy, bytes, length);
    block += length;
    left -= length;
    return copy;
}

static void load(sqlite3 *db, Table *table) {
    char sql[128];
    sqlite3_stmt *rows;
    snprintf(sql, sizeof sql, "SELECT * FROM %s", table->name);
    check(db, sqlite3_prepare_v2(db, sql, -1, &rows, 0));
    table->columns = sqlite3_column_count(rows);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        if (table->rows == table->capacity) {
            table->capacity = table->capacity ? table->capacity * 2 : 1024;
            table->cells = realloc(table->cells, table->capacity * table->columns * sizeof(Cell));
        }
        Cell *cell = table->cells + table->rows++ * table->columns;
        for (int i = 0; i < table->columns; i++, cell++) {
            cell->type = sqlite3_column_type(rows, i);
            cell->number = sqlite3_column_int64(rows, i);
            if (cell->type == SQLITE_TEXT || cell->type == SQLITE_BLOB) {
                const void *bytes = sqlite3_column_blob(rows, i);
                cell->length = sqlite3_column_bytes(rows, i);
                cell->bytes = keep(bytes, cell->length);
            }
        }
    }
    sqlite3_finalize(rows);
}

static void insert(sqlite3 *db, Table *table) {
    char sql[1024];
    int end = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (", table->name);
    for (int i = 0; i < table->columns; i++) end += sprintf(sql + end, i ? ",?" : "?");
    sprintf(sql + end, ")");
    sqlite3_stmt *row;
    check(db, sqlite3_prepare_v2(db, sql, -1, &row, 0));
    Cell *cell = table->cells;
    for (long r = 0; r < table->rows; r++) {
        for (int i = 1; i <= table->columns; i++, cell++) {
            switch (cell->type) {
            case SQLITE_INTEGER: sqlite3_bind_int64(row, i, cell->number); break;
            case SQLITE_TEXT: sqlite3_bind_text(row, i, cell->bytes, cell->length, SQLITE_STATIC); break;
            case SQLITE_BLOB: sqlite3_bind_blob(row, i, cell->bytes, cell->length, SQLITE_STATIC); break;
            default: sqlite3_bind_null(row, i);
            }
        }
        check(db, sqlite3_step(row));
        sqlite3_reset(row);
    }
    sqlite3_finalize(row);
}

int main(int count, char **arguments) {
    if (count != 3) return 64;
    sqlite3 *old, *new;
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    if (sqlite3_open_v2(arguments[1], &old, SQLITE_OPEN_READONLY, 0)) return 66;
    Table tables[16] = {0};
    char *later[16] = {0};
    int tableCount = 0, laterCount = 0;
    sqlite3_stmt *schema;
    check(old, sqlite3_prepare_v2(old, "SELECT type, name, sql FROM sqlite_schema", -1, &schema, 0));
    while (sqlite3_step(schema) == SQLITE_ROW) {
        const char *type = (const char *)sqlite3_column_text(schema, 0);
        char *sql = strdup((const char *)sqlite3_column_text(schema, 2));
        if (strcmp(type, "table")) {
            later[laterCount++] = sql;
            continue;
        }
        Table *table = &tables[tableCount++];
        snprintf(table->name, sizeof table->name, "%s", sqlite3_column_text(schema, 1));
        table->definition = sql;
        load(old, table);
    }
    unlink(arguments[2]);
    double wall = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
    if (sqlite3_open_v2(arguments[2], &new, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, 0)) return 73;
    check(new, sqlite3_exec(new,
        "PRAGMA page_size = 32768; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -8192; BEGIN", 0, 0, 0));
    for (int i = 0; i < tableCount; i++) {
        check(new, sqlite3_exec(new, tables[i].definition, 0, 0, 0));
        insert(new, &tables[i]);
    }
    for (int i = 0; i < laterCount; i++) check(new, sqlite3_exec(new, later[i], 0, 0, 0));
    check(new, sqlite3_exec(new, "COMMIT", 0, 0, 0));
    sqlite3_close(new);
    printf("%.2f %.2f\n", seconds(CLOCK_MONOTONIC) - wall, seconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
    return 0;
}
