// Loaded before each spec: a CommonJS package such as the throttler otherwise meets a cycle of ES modules.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
