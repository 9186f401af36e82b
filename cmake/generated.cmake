# Headers and styles made from web/design, so that a colour or a size is written down once.
