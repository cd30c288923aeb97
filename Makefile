# Two commands set up everything on a machine with Swift 6.3 and apt:
#
#   make demo      run the main job on SampleData and say where the report is
#   make test      run every test
#
# and two more for a machine that runs the nightly job (Documentation/Operations.md):
#
#   make install   the tool, its man page, completions and systemd units; PREFIX=/usr/local
#   make uninstall

SHELL := /bin/bash
SWIFT ?= swift
DEMO_OUTPUT ?= laporan/demo

# Where `make install` puts things; DESTDIR is a folder in front of it all, for packages.
PREFIX ?= /usr/local
DESTDIR ?=
UNIT_FOLDER ?= $(PREFIX)/lib/systemd/system

.PHONY: demo test fuzz build check format record install uninstall clean help

help:
	@sed -n 's/^# \?//p;/^$$/q' Makefile

demo: build
	@mkdir -p $(dir $(DEMO_OUTPUT))
	.build/release/iuran reconcile SampleData/tiga-perusahaan --as-of 2026-11-22 --output $(DEMO_OUTPUT) --replace
	@echo
	@echo "Open $(CURDIR)/$(DEMO_OUTPUT)/ringkasan.html in a browser."

build:
	@Scripts/setup release
	$(SWIFT) build -c release --product iuran

test: setup
	Scripts/check

# Feeds invented bytes to the readers with libFuzzer, for FUZZ_SECONDS (60).
fuzz: setup
	Scripts/fuzz

# The release binary writes Reports/ anew, the tests Documentation/Diagnostics.md; review the
# difference as you would review code.
record: build
	Scripts/record-reports .build/release/iuran
	Scripts/record-diagnostics

# The tool needs no Swift on the machine: its runtime is in the binary.
install: build
	Scripts/install "$$($(SWIFT) build -c release --show-bin-path)/iuran"

uninstall:
	Scripts/install --remove

export PREFIX DESTDIR UNIT_FOLDER

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

clean:
	rm -rf .build

.PHONY: setup
setup:
	@Scripts/setup
