//! Who can own or contribute.

use crate::language::declaring::*;

concept! {
    Owner = "owner" | "pilote", in [None],
    "Declares somebody who can own or contribute: a direction, a service, an outside body. `std.roles` brings the usual ones." |
    "Déclare qui peut piloter ou contribuer : une direction, un service, un organisme extérieur. `std.roles` apporte les plus courants.",
    named(Slot::Due), titled(Slot::Due), documented(), drawn();

    CONTACT: Text = "contact" | "contact", "Who to ask." | "À qui s'adresser.", drawn();
}
