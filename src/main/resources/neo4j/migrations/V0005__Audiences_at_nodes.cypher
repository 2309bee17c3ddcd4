MATCH (place:ReleasePlace) DELETE place;
