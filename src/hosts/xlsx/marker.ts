export * from '../../core/writeplan/markers';
