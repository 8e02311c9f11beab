"""What is kept beside events: people, websites, credentials, saved filters; and who may do what."""
