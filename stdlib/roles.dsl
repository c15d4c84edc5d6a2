// The usual roles of a French local authority. A plan that declares one of these names itself takes its place.

owner DGS  "Direction générale des services"
owner DGA  "Direction générale adjointe"
owner CDO  "Direction de la transformation numérique"
owner DSI  "Direction des systèmes d'information"
owner COM  "Direction de la communication"
owner DRH  "Direction des ressources humaines"
owner DAF  "Direction des finances"
owner DPO  "Délégué à la protection des données"
owner RSSI "Responsable de la sécurité des systèmes d'information"
