// Debian's libcsv-dev installs no pkg-config file, so the module map names the header and the library.
#include <csv.h>
